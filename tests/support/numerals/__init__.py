"""What every numeral on a page rests on: figures, contributors' own words, and declarations."""
