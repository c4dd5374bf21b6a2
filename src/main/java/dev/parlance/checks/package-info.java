@org.jspecify.annotations.NullMarked
package dev.parlance.checks;
