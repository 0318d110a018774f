package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.session.make.CallTrace;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of the Query protocol: signed, sent, and judged. The caller, which knows what the call
 * does, chooses whether it is sent again after a failure. Thread-safe.
 */
final class QueryCalls {

  private final Connections connections;
  private final SignedRequests requests;
  private final Refusals refusals;
  private final CallTrace trace;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  QueryCalls(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.connections = new Connections(environment);
    this.requests = new SignedRequests(connections, clock, trace);
    this.refusals = new Refusals(clock);
    this.trace = trace;
  }

  Connections connections() {
    return connections;
  }

  /** For a call that can be repeated without harm. */
  Answer repeatedly(SignedRequests.Call call, Signer signer) {
    return new Retries().withoutCode(() -> once(call, signer));
  }

  /** For a call that must be performed at most once. */
  Answer unlessPerformed(SignedRequests.Call call, Signer signer) {
    return new Retries().unlessPerformed(() -> once(call, signer));
  }

  /** For a call that carries an MFA code. */
  Answer once(SignedRequests.Call call, Signer signer) {
    String as = AccessKey.shown(signer.accessKeyId());
    String what = call.action() + " " + call.endpoint() + " as " + as;
    trace.line(what);
    SignedRequests.Answer answer = requests.send(call, signer);
    trace.line(what + ": HTTP " + answer.status() + reference(answer));
    return new Answer(call.endpoint(), refusals.check(call, signer, answer));
  }

  /** What AWS Support asks for: the error code and the request id. */
  private static String reference(SignedRequests.Answer answer) {
    Optional<XmlAnswer> parsed = XmlAnswer.parse(answer.body());
    String code = parsed.flatMap(xml -> xml.text("Code")).filter(Refusals::isCode).orElse("");
    String id = parsed.flatMap(xml -> xml.text("RequestId")).filter(Refusals::isCode).orElse("");
    return (code.isEmpty() ? "" : " " + code) + (id.isEmpty() ? "" : ", request id " + id);
  }

  /** The time in the Date header of the answer to {@code call}, whatever that answer is. */
  Instant date(SignedRequests.Call call, Signer signer) {
    String date = requests.send(call, signer).date();
    try {
      return ZonedDateTime.parse(date == null ? "" : date, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant();
    } catch (DateTimeException e) {
      throw new AwsFailure.ServiceFault(call.endpoint().toString(), "the answer has no Date")
          .exception(e);
    }
  }
}
