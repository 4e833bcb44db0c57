"""Where an indicator stands among English authorities."""
