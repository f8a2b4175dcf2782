"""Parts that several documents are put together from; what shows figures has a room of its own, `figures`."""
