"""What a year's further documents hold: cover note, work programme, operationalisation, and what these are made of."""
