/** The catalog for code that reads {@link java.util.ResourceBundle}. Android has no {@code ResourceBundleProvider}. */
package dev.parlance.client.resourcebundle;
