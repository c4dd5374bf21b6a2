package dev.parlance.checks;
public interface Check { String name(); java.util.List<Finding> look(Subject subject); }
