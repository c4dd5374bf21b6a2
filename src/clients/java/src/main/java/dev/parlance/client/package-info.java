/**
 * The client of a catalog: texts from memory, kept current in the background.
 *
 * <ul>
 * <li><b>One release at a time.</b> All loaded locales are replaced together, by one volatile write. The cache stores them in one file.
 * <li><b>Verified or kept.</b> A bundle is used only if its SHA-256 digest matches. After any failure, the last verified release remains.
 * <li><b>Android.</b> The client uses no API beyond Android 8.0, which the build checks. It therefore has no records and no
 * {@code List.of}. Only {@code JdkTransport} and the adapters for servers use more, and Android apps do not load them.
 * <li><b>The service selects locales.</b> The client repeats the selection only among the locales it has: before the first response, and
 * among several locales of a back end.
 * </ul>
 */
package dev.parlance.client;
