class Unusable(Exception):
    """A checkpoint, or what was made of it, can't be used; the message is one sentence for a person."""
