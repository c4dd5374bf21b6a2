/**
 * The HTTP client behind a small interface.
 *
 * <p>Android has no {@code java.net.http}, and apps often have an HTTP client with certificates and proxies of its own. Only
 * {@link dev.parlance.client.http.JdkTransport} refers to {@code java.net.http}. It is loaded only where that module exists.
 */
package dev.parlance.client.http;
