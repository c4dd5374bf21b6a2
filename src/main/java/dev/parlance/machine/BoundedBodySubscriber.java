package dev.parlance.machine;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body subscriber that fails when a response exceeds a number of bytes. */
final class BoundedBodySubscriber implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> delegate = HttpResponse.BodySubscribers.ofByteArray();
    private final int maxBytes;
    private int received;
    private Flow.Subscription subscription;

    BoundedBodySubscriber(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Signals that the response is larger than allowed. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return delegate.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        delegate.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        if (received > maxBytes) {
            subscription.cancel();
            delegate.onError(new BodyTooLargeException());
        } else {
            delegate.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        delegate.onError(failure);
    }

    @Override
    public void onComplete() {
        delegate.onComplete();
    }
}
