package dev.parlance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabaseSupervisorTest {
    private final FakeServer server = new FakeServer();
    private final DatabaseSupervisor supervisor = new DatabaseSupervisor(server, Duration.ofMillis(5));

    @Test
    void retriesUntilServerStarts() {
        server.failures = 3;
        supervisor.start();
        ServiceProcess.await("the restart", Duration.ofSeconds(10), () -> server.running);
        supervisor.stop();
        assertThat(server.starts).isEqualTo(4);
    }

    @Test
    void survivesErrors() {
        server.failures = 2;
        server.failure = new NoClassDefFoundError("simulated");
        server.failedChecks = 2;
        supervisor.start();
        ServiceProcess.await("the restart", Duration.ofSeconds(10), () -> server.running);
        supervisor.stop();
    }

    @Test
    void leavesRunningServerAlone() throws InterruptedException {
        server.running = true;
        supervisor.start();
        TimeUnit.MILLISECONDS.sleep(50);
        supervisor.stop();
        assertThat(server.starts).isZero();
    }

    @Test
    void completesRestartBeforeItStops() throws InterruptedException {
        server.startMillis = 200;
        supervisor.start();
        assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
        supervisor.stop();
        assertThat(server.running).isTrue();
    }

    private static final class FakeServer implements RestartableServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile boolean running;
        private volatile int starts;
        private int failures;
        private int failedChecks;
        private @Nullable Error failure;
        private int startMillis;

        @Override
        public boolean isRunning() {
            failedChecks--;
            if (failedChecks >= 0) {
                throw new OutOfMemoryError("simulated");
            }
            return running;
        }

        @Override
        public void start() throws IOException {
            starts = starts + 1;
            started.countDown();
            if (starts <= failures && failure != null) {
                throw failure;
            } else if (starts <= failures) {
                throw new IOException("no space left on device");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(startMillis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            running = true;
        }
    }
}
