package dev.parlance.checks;
public enum Severity { ERROR, WARNING, INFORMATION; public String label() { return name().toLowerCase(java.util.Locale.ROOT); } }
