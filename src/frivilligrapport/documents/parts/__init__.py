"""Parts that several documents are put together from."""
