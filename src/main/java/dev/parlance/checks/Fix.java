package dev.parlance.checks;
public record Fix(String text) {}
