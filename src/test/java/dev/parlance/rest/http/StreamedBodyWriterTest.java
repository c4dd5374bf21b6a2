package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StreamedBodyWriterTest {
    private final List<String> calls = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Context eventLoop = PartialFake.of(Context.class, Map.of("runOnContext", arguments -> {
        @SuppressWarnings("unchecked")
        var task = (Handler<Object>) arguments[0];
        return tasks.add(() -> task.handle(null));
    }));

    @Test
    void endsRequestAfterLastSlice() {
        send(Integer.MAX_VALUE);
        assertThat(calls).containsExactly("write", "write", "end", "request ended");
    }

    @Test
    void closesConnectionAndEndsRequestAfterError() {
        assertThatThrownBy(() -> send(1)).isInstanceOf(OutOfMemoryError.class);
        assertThat(calls).containsExactly("write", "reset", "request ended");
    }

    /** Sends two slices. Fails with an error after a number of them. */
    private void send(int slices) {
        var response = PartialFake.of(HttpServerResponse.class, Map.of(
                "write", arguments -> {
                    if (calls.size() == slices) {
                        throw new OutOfMemoryError("simulated");
                    }
                    calls.add("write");
                    return Future.succeededFuture();
                },
                "headWritten", arguments -> !calls.isEmpty(),
                "reset", arguments -> calls.add("reset"),
                "end", arguments -> {
                    calls.add("end");
                    return Future.succeededFuture();
                }));
        var body = StreamedBody.of(List.of(new byte[StreamedBody.SLICE_SIZE], new byte[1]));
        tasks.add(new StreamedBodyWriter.Transfer(response, body.slices(), eventLoop, () -> calls.add("request ended"))::sendNext);
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
