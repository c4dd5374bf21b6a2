package dev.parlance.checks;
public record Finding(String check, Severity severity, Part part, int start, int end, String explanation, java.util.Map<String,Object> arguments, java.util.Optional<Fix> fix) {}
