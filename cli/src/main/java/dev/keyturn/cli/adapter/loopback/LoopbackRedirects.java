package dev.keyturn.cli.adapter.loopback;

import com.sun.net.httpserver.HttpExchange;
import dev.keyturn.cli.command.port.Redirects;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Redirects on the loopback addresses, each at an unguessable path and for one use. */
public final class LoopbackRedirects implements Redirects {

  private static final int PATH_BYTES = 16;

  private final SecureRandom random;

  /** Creates paths with {@code random}. */
  public LoopbackRedirects(SecureRandom random) {
    this.random = random;
  }

  @Override
  public Redirect to(String secretUrl) {
    byte[] bytes = new byte[PATH_BYTES];
    random.nextBytes(bytes);
    Listeners listeners = Listeners.bind(0);
    Waiting waiting =
        new Waiting(listeners, "/" + HexFormat.of().formatHex(bytes), secretUrl, thisUser());
    listeners.start(waiting::serve);
    return waiting;
  }

  private static @Nullable Peers thisUser() {
    try {
      return Peers.areKnown() ? Peers.ofThisUser() : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static final class Waiting implements Redirect {

    private final Listeners listeners;
    private final String path;
    private final String secretUrl;
    private final @Nullable Peers peers;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CountDownLatch sent = new CountDownLatch(1);

    Waiting(Listeners listeners, String path, String secretUrl, @Nullable Peers peers) {
      this.listeners = listeners;
      this.path = path;
      this.secretUrl = secretUrl;
      this.peers = peers;
    }

    @Override
    public String url() {
      return "http://127.0.0.1:" + listeners.port() + path;
    }

    private void serve(HttpExchange exchange) throws IOException {
      try (exchange) {
        Call call = Call.of(exchange);
        if (!isMeant(call) || !used.compareAndSet(false, true)) {
          Reply.text(404, "Not Found").send(exchange);
          return;
        }
        new Reply(302, Map.of("Location", secretUrl, "Referrer-Policy", "no-referrer"), "")
            .send(exchange);
        sent.countDown();
      }
    }

    private boolean isMeant(Call call) {
      return call.method().equals("GET")
          && call.path().equals(path)
          && ("127.0.0.1:" + listeners.port()).equals(call.only("Host"))
          && (peers == null || peers.isSameUser(call.peer(), call.here()));
    }

    @Override
    public boolean await(Duration time) {
      try {
        return sent.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure.Interrupted().exception(e);
      }
    }

    @Override
    public void close() {
      listeners.close();
    }
  }
}
