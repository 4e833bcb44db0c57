"""How well do we know ourselves: our own grades beside the evidence."""
