package dev.parlance.checks;
public enum Part { MESSAGE, DESCRIPTION; public String label() { return name().toLowerCase(java.util.Locale.ROOT); } }
