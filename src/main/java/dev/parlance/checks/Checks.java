package dev.parlance.checks;
import java.util.*;
public final class Checks { private final List<Check> all; public Checks(List<Check> all) { this.all = all; }
 public List<Finding> look(Subject subject) { return all.stream().flatMap(it -> it.look(subject).stream()).toList(); } }
