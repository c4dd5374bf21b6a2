package dev.parlance.checks;
public record Term(String source, java.util.Optional<String> translation, boolean doNotTranslate) {}
