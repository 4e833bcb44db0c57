"""Files that leave the screen: slides, briefing, workbook, self-evaluation. Made from the facts that pages show."""
