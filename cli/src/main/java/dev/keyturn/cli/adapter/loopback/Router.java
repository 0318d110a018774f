package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.cli.command.port.Served;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a request: first checks the caller, then the path. */
final class Router {

  private final Guard guard;
  private final @Nullable Peers peers;
  private final List<ServedForm> forms;
  private final Served served;

  /** Tries {@code forms} in order; {@code peers} is null if every local user may ask. */
  Router(Guard guard, @Nullable Peers peers, List<ServedForm> forms, Served served) {
    this.guard = guard;
    this.peers = peers;
    this.forms = forms;
    this.served = served;
  }

  Reply answer(Call call) {
    try {
      return guard.refusal(call).or(() -> stranger(call)).orElseGet(() -> route(call));
    } catch (RuntimeException e) {
      return Reply.error(500, "bug", "a bug in Keyturn: " + e.getClass().getSimpleName());
    }
  }

  private Optional<Reply> stranger(Call call) {
    return peers == null || peers.isSameUser(call.peer(), call.here())
        ? Optional.empty()
        : Optional.of(Reply.error(403, "Forbidden", "requests from other local users are refused"));
  }

  private Reply route(Call call) {
    if (call.path().equals("/healthz")) {
      return health(call);
    }
    return forms.stream()
        .filter(form -> form.takes(call))
        .findFirst()
        .map(form -> form.answer(call))
        .orElseGet(Reply::notFound);
  }

  /** A health check without a token; reveals nothing that needs one. */
  private Reply health(Call call) {
    if (!call.method().equals("GET")) {
      return Reply.onlyFor("GET");
    }
    boolean ready = served.isReady();
    return Reply.json(
        ready ? 200 : 503, to -> to.writeStringProperty("status", ready ? "ok" : "no session"));
  }
}
