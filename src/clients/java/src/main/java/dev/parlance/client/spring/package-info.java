/** The catalog for Spring applications. */
package dev.parlance.client.spring;
