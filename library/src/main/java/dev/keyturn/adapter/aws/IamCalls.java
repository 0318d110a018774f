package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.SignedRequests.Call;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.CallTrace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls of IAM by what they do, which decides when they are sent again. Thread-safe. */
public final class IamCalls {

  private static final String VERSION = "2010-05-08";

  private final QueryCalls calls;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public IamCalls(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new QueryCalls(environment, clock, trace);
  }

  /** A call that changes nothing. */
  public Answer read(IamCaller caller, String action, Map<String, String> parameters) {
    return calls.repeatedly(call(caller, action, parameters), caller.signer());
  }

  /** A call that has the same result when it is made twice. */
  public void change(IamCaller caller, String action, Map<String, String> parameters) {
    calls.repeatedly(call(caller, action, parameters), caller.signer());
  }

  /** A call that makes something new each time. */
  public Answer create(IamCaller caller, String action, Map<String, String> parameters) {
    return calls.unlessPerformed(call(caller, action, parameters), caller.signer());
  }

  /** A call with codes, which AWS accepts once. */
  public void withCodes(IamCaller caller, String action, Map<String, String> parameters) {
    calls.once(call(caller, action, parameters), caller.signer());
  }

  /** The items of a list, all its pages. */
  public List<Answer> list(IamCaller caller, String action, Map<String, String> parameters) {
    Answer page = read(caller, action, parameters);
    Stream<Answer> items = page.members().stream();
    while (page.optional("IsTruncated").orElse("").equals("true")) {
      Map<String, String> next = new LinkedHashMap<>(parameters);
      next.put("Marker", page.text("Marker"));
      page = read(caller, action, next);
      items = Stream.concat(items, page.members().stream());
    }
    return items.toList();
  }

  /** What {@code call} answers; empty where IAM says that what it names does not exist. */
  public static <T> Optional<T> unlessMissing(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (FailureException e) {
      if (Nature.saysItIsMissing(e.failure())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Call call(IamCaller caller, String action, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Action", action);
    all.put("Version", VERSION);
    all.putAll(new TreeMap<>(parameters));
    Endpoints endpoints = caller.endpoints();
    return new Call(
        endpoints.iam(), "iam", endpoints.iamSigningRegion(), all, endpoints.caBundle());
  }
}
