package dev.keyturn.cli.adapter.loopback;

import com.sun.net.httpserver.HttpExchange;
import dev.keyturn.cli.command.port.CredentialEndpoint;
import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credential endpoints on the loopback addresses. */
public final class LoopbackEndpoint implements CredentialEndpoint {

  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random;
  private final InstantSource clock;

  /** Creates tokens with {@code random} and lets them expire by {@code clock}. */
  public LoopbackEndpoint(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Running start(Settings settings, Served served) {
    Peers peers = peers(settings);
    RequestLog log = RequestLog.to(settings.log(), clock);
    Listeners listeners = Listeners.bind(settings.port());
    Secret token = token();
    Router router =
        new Router(new Guard(listeners.port()), peers, forms(settings, served, token), served);
    listeners.start(exchange -> serve(exchange, router, log));
    return new Started(listeners, token, log);
  }

  /** Null if every user on this machine may ask: the container form has its token. */
  private static @Nullable Peers peers(Settings settings) {
    if (!settings.forms().contains(Form.INSTANCE) || settings.localUsers()) {
      return null;
    }
    try {
      if (Peers.areKnown()) {
        return Peers.ofThisUser();
      }
    } catch (IOException e) {
      // Reported below: the platform does not support it.
    }
    throw new Failure.Usage(
            "this system does not report which user sends a request, and instance metadata has no"
                + " secret token",
            "keyturn serve --ecs, or serve all local users: keyturn serve --imds"
                + " --allow-local-users")
        .exception();
  }

  private List<ServedForm> forms(Settings settings, Served served, Secret token) {
    List<ServedForm> forms = new ArrayList<>();
    Set<Form> wanted = settings.forms();
    if (wanted.contains(Form.INSTANCE)) {
      forms.add(new InstanceForm(settings, served, new InstanceTokens(random, clock)));
    }
    if (wanted.contains(Form.CONTAINER)) {
      forms.add(new ContainerForm(served, token));
    }
    return forms;
  }

  private Secret token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Secret.of("keyturn-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static void serve(HttpExchange exchange, Router router, RequestLog log)
      throws IOException {
    long start = System.nanoTime();
    try (exchange) {
      Call call = Call.of(exchange);
      Reply reply = router.answer(call);
      // Logged first, so that the line exists when the client has its answer.
      log.add(call, reply, Duration.ofNanos(System.nanoTime() - start));
      reply.send(exchange);
    }
  }

  private record Started(Listeners listeners, Secret token, RequestLog log) implements Running {

    @Override
    public String url() {
      return "http://127.0.0.1:" + listeners.port() + "/";
    }

    @Override
    public void close() {
      listeners.close();
      log.close();
    }
  }
}
