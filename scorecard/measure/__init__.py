"""All arithmetic: completion, verdict, points, score, band, coverage and rank."""
