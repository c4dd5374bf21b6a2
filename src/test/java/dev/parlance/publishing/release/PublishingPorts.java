package dev.parlance.publishing.release;

import dev.parlance.publishing.blob.Blobs;
import jakarta.inject.Singleton;

/** The ports of publishing: in the container those of PostgreSQL, in plain tests the fakes. */
@Singleton
public record PublishingPorts(Releases releases, Channels channels, Blobs blobs) {
}
