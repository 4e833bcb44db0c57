"""Facts to plotly figures, each with its title, its one-sentence reading and its table."""
