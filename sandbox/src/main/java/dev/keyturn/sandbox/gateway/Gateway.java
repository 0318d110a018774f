package dev.keyturn.sandbox.gateway;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.fault.Faults;
import dev.keyturn.sandbox.gateway.Endpoint.FaultWords;
import dev.keyturn.sandbox.http.HttpServer;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.http.Response.Delivery;
import dev.keyturn.sandbox.log.RequestLog;
import dev.keyturn.sandbox.state.Identifiers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers every request of the sandbox's one URL. Safe for use by several threads. */
public final class Gateway implements HttpServer.Handler {
  private static final byte[] GARBAGE = {'<', 'h', 't', 'm', 'l', '>', 0, 1, (byte) 0xff, '<', '<'};

  private final List<Endpoint> endpoints;
  private final Faults faults;
  private final SandboxClock clock;
  private final Duration latency;
  private final RequestLog log;
  private final Identifiers identifiers;

  /**
   * A gateway to these endpoints.
   *
   * @param endpoints tried in order; the last one accepts everything
   * @param latency how long each request is delayed
   */
  public Gateway(
      List<Endpoint> endpoints,
      Faults faults,
      SandboxClock clock,
      Duration latency,
      RequestLog log,
      Identifiers identifiers) {
    this.endpoints = List.copyOf(endpoints);
    this.faults = faults;
    this.clock = clock;
    this.latency = latency;
    this.log = log;
    this.identifiers = identifiers;
  }

  @Override
  public Response answer(Request request) {
    Endpoint endpoint = endpoint(request);
    Target target = endpoint.target(request);
    FaultWords words = endpoint.faultWords();
    if (words == null) {
      return answer(request, endpoint, target, null);
    }
    Fault fault = faults.next(target.action());
    if (fault == null) {
      pause(latency);
      return answer(request, endpoint, target, null);
    }
    pause(latency.plus(fault.latency()));
    Fault.Kind kind = fault.kind();
    if (kind == Fault.Kind.CLOCK) {
      return clock.shifted(
          fault.clockOffset(), () -> dated(answer(request, endpoint, target, null)));
    }
    AwsError refusal = kind == null ? null : refusal(words, kind);
    return delivered(answer(request, endpoint, target, refusal), kind);
  }

  /** The answer with the time of its clock. */
  private Response dated(Response response) {
    return response.with("Date", Response.date(clock.instant()));
  }

  private Response answer(
      Request request, Endpoint endpoint, Target target, @Nullable AwsError refusal) {
    String requestId = identifiers.requestId();
    try {
      if (refusal != null) {
        throw refusal;
      }
      if (request.isTooLarge()) {
        throw endpoint.tooLarge(request);
      }
      Response response = endpoint.perform(request, target, requestId);
      log.add(request, target, response.status(), null, requestId);
      return response;
    } catch (AwsError error) {
      return refuse(request, endpoint, target, error, requestId);
    } catch (RuntimeException | StackOverflowError fault) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
      return refuse(request, endpoint, target, failed(endpoint), requestId);
    }
  }

  private Response refuse(
      Request request, Endpoint endpoint, Target target, AwsError error, String requestId) {
    log.add(request, target, error.status(), error.code(), requestId);
    return endpoint.refuse(request, target, error, requestId);
  }

  /** How the endpoint says that the sandbox itself is at fault. */
  private static AwsError failed(Endpoint endpoint) {
    FaultWords words = endpoint.faultWords();
    return words == null
        ? new AwsError(500, "InternalFailure", "the sandbox failed; its stderr says how")
        : words.broken();
  }

  private Endpoint endpoint(Request request) {
    return first(endpoint -> endpoint.claims(request))
        .or(() -> first(endpoint -> endpoint.wants(request)))
        .orElseThrow(() -> new IllegalStateException("the last endpoint wants everything"));
  }

  private Optional<Endpoint> first(Predicate<Endpoint> condition) {
    return endpoints.stream().filter(condition).findFirst();
  }

  /** The answer of a fault instead of the service; null if the service itself answers. */
  private static @Nullable AwsError refusal(FaultWords words, Fault.Kind kind) {
    return switch (kind) {
      case THROTTLE -> words.throttled();
      case INTERNAL_FAILURE -> words.broken();
      case UNAVAILABLE -> words.unavailable();
      case UNKNOWN_KEY -> words.unknownKey();
      case CLOCK, CUT, SLOW, GARBAGE, EXPIRED_CERTIFICATE -> null;
    };
  }

  private static Response delivered(Response response, Fault.@Nullable Kind kind) {
    if (kind == null) {
      return response;
    }
    return switch (kind) {
      case CUT -> response.delivered(Delivery.CUT);
      case SLOW -> response.delivered(Delivery.SLOW);
      case GARBAGE -> Response.of(200, "text/xml", GARBAGE);
      case THROTTLE, INTERNAL_FAILURE, UNAVAILABLE, UNKNOWN_KEY, CLOCK, EXPIRED_CERTIFICATE ->
          response;
    };
  }

  private static void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
