package dev.parlance.checks;
public record Written(dev.parlance.rendering.Syntax syntax, String message, String description) {}
