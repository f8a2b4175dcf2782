"""What each document shows, as a frozen value made from the collection and the figures. One file a document type."""
