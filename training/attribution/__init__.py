"""Training of the English attribution tagger, from PolNeAR to the files in `verbale/models/attribution`."""
