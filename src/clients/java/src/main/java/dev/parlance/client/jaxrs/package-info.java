/** Problem documents of Jakarta REST applications, such as those of Quarkus. The runtime needs a JSON provider for maps. */
package dev.parlance.client.jaxrs;
