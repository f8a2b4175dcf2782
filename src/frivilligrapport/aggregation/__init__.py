"""The figure register and its totals: one table that everything else reads. The only importer of pandas."""
