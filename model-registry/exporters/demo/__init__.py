"""The demonstration models: from public slides and counts to ONNX files, cards, calibrations and test references."""
