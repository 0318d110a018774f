package dev.keyturn.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.CredentialRefusedException;
import dev.keyturn.sandbox.credential.CredentialRefusedException.Reason;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Requests;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public test vectors of Signature Version 4 as a receiver meets them: the signed requests of
 * the suites that AWS publishes with its SDK for JavaScript and with aws-c-auth. Left out are
 * vectors whose signed request does not contain what was signed (a header or a token that a client
 * adds later) and one whose request line is not HTTP. Each test checks all vectors.
 */
class SignatureVectorsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Instant CLOCK = Instant.parse("2015-08-30T12:36:00Z");
  private static final String ACCEPTED = "accepted";
  private static final String INCOMPLETE = "IncompleteSignature";
  private static final List<Vector> VECTORS = vectors();

  private record Vector(String name, String text) {
    /** Vectors of paths that are not normalised follow the rules of S3. */
    SignatureCheck check() {
      return name.contains("-unnormalized") ? SignatureCheck.s3() : SignatureCheck.usual();
    }

    String verdict(String request) {
      return verdict(request, CLOCK, SECRET);
    }

    String verdict(String text, Instant clock, String secret) {
      Request request;
      try {
        request = Requests.read(text);
      } catch (UncheckedIOException e) {
        return "unreadable";
      }
      try {
        Claim claim = ClaimReader.read(request);
        check().requireScope(claim, "service");
        check().requireFresh(claim, clock);
        check().requireSignature(request, claim, secret, Hash.sha256(request.body()));
        return ACCEPTED;
      } catch (SignatureRefusedException e) {
        return e.reason().name();
      } catch (AwsError e) {
        return e.code();
      }
    }
  }

  record Mutation(String change, UnaryOperator<String> text, String verdict) {
    @Override
    public String toString() {
      return change + ": " + verdict;
    }
  }

  static Stream<Mutation> mutations() {
    return Stream.of(
        new Mutation("nothing", text -> text, ACCEPTED),
        replaced("the last digit", "(Signature=[0-9a-f]{63})[0-9a-f]", "$1x", "MISMATCH"),
        new Mutation("the method", text -> "PUT" + text.substring(text.indexOf(' ')), "MISMATCH"),
        replaced("the path", " /", " /changed/", "MISMATCH"),
        new Mutation("one more parameter", SignatureVectorsTest::withParameter, "MISMATCH"),
        replaced("the host", "Host:example", "Host:changed", "MISMATCH"),
        new Mutation("another body", SignatureVectorsTest::withBody, "MISMATCH"),
        replaced("the region", "us-east-1", "us-east-2", "MISMATCH"),
        replaced("the service", "(/|%2F)service", "$1changed", "WRONG_SCOPE"),
        replaced("the day of the scope", "20150830(/|%2F)", "20150831$1", "WRONG_SCOPE"),
        replaced("the terminator", "aws4_request", "aws5_request", "WRONG_SCOPE"),
        replaced("no terminator", "(/|%2F)aws4_request", "", INCOMPLETE),
        new Mutation("the time", text -> text.replace("T123600Z", "T123601Z"), "MISMATCH"),
        replaced("no signed host", "(SignedHeaders=[^,&\n]*?)host", "$1x", "WRONG_SCOPE"),
        replaced("the algorithm", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA512", INCOMPLETE),
        replaced("no signature", "(, |&X-Amz-)Signature=[0-9a-f]{64}", "", INCOMPLETE),
        replaced("no names", "(, |&X-Amz-)SignedHeaders=[a-zA-Z0-9;%-]*", "", INCOMPLETE),
        new Mutation(
            "no date",
            text ->
                text.replace("X-Amz-Date:20150830T123600Z\n", "")
                    .replace("&X-Amz-Date=20150830T123600Z", ""),
            INCOMPLETE),
        new Mutation(
            "no claim",
            text ->
                text.replaceFirst("(?m)^Authorization:.*\n", "")
                    .replaceFirst("[?&]X-Amz-Algorithm=AWS4-HMAC-SHA256&", "?"),
            "MissingAuthenticationToken"));
  }

  private static Mutation replaced(String change, String regex, String by, String verdict) {
    return new Mutation(change, text -> text.replaceFirst(regex, by), verdict);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void a_changed_request_is_judged_by_what_was_changed(Mutation mutation) {
    each((vector, text) ->
        expect(vector, mutation.change(), mutation.text().apply(text), mutation.verdict()));
  }

  @Test
  void another_digit_anywhere_in_the_signature_is_a_mismatch() {
    each((vector, text) -> {
      int start = text.indexOf("Signature=") + "Signature=".length();
      for (int i = start; i < start + 64; i++) {
        String other = text.charAt(i) == '0' ? "1" : "0";
        String changed = text.substring(0, i) + other + text.substring(i + 1);
        expect(vector, "digit " + (i - start), changed, "MISMATCH");
      }
    });
  }

  @Test
  void a_signed_header_that_is_changed_or_missing_is_a_mismatch() {
    each((vector, text) -> {
      for (String header : signedHeaders(text)) {
        String line = "(?mi)^(" + Pattern.quote(header) + ":.*)$";
        String verdict = header.equals("x-amz-date") ? INCOMPLETE : "MISMATCH";
        expect(
            vector,
            header,
            text.replaceFirst(line, "$1x"),
            header.equals("content-length") ? "unreadable" : verdict);
        assertThat(vector.verdict(text.replaceFirst(line + "\n", "")))
            .as("%s without %s", vector.name(), header)
            .isIn(verdict, "unreadable");
      }
    });
  }

  @Test
  void a_changed_parameter_is_refused() {
    each((vector, text) -> {
      int start = text.indexOf('?') + 1;
      int end = text.indexOf(" HTTP/1.1");
      String query = start > 0 && start < end ? text.substring(start, end) : "";
      for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
        String changed = query.replace(pair, pair.contains("=") ? pair + "x" : pair + "x=");
        expect(
            vector,
            pair,
            text.substring(0, start) + changed + text.substring(end),
            verdictOnChanged(pair));
      }
    });
  }

  private static String verdictOnChanged(String pair) {
    return switch (pair.replaceFirst("=.*", "")) {
      case "X-Amz-Algorithm", "X-Amz-Date" -> INCOMPLETE;
      case "X-Amz-Expires" -> "AuthorizationQueryParametersError";
      case "X-Amz-Credential" -> "WRONG_SCOPE";
      case "X-Amz-SignedHeaders" -> pair.endsWith("host") ? "WRONG_SCOPE" : "MISMATCH";
      default -> "MISMATCH";
    };
  }

  @Test
  void a_signature_expires() {
    each((vector, text) ->
        assertThat(vector.verdict(text, CLOCK.plusSeconds(3601), SECRET))
            .as(vector.name())
            .isEqualTo("EXPIRED"));
  }

  @Test
  void a_signature_may_be_five_minutes_ahead_and_for_s3_fifteen() {
    each((vector, text) -> {
      int minutes = vector.name().contains("-unnormalized") ? 15 : 5;
      Instant early = CLOCK.minusSeconds(minutes * 60L);
      assertThat(vector.verdict(text, early, SECRET)).as(vector.name()).isEqualTo(ACCEPTED);
      assertThat(vector.verdict(text, early.minusSeconds(1), SECRET))
          .as(vector.name())
          .isEqualTo("NOT_YET_CURRENT");
    });
  }

  @Test
  void another_secret_is_a_mismatch() {
    each((vector, text) ->
        assertThat(vector.verdict(text, CLOCK, SECRET + "x"))
            .as(vector.name())
            .isEqualTo("MISMATCH"));
  }

  @Test
  void a_key_that_nobody_has_is_unknown() {
    Callers callers = new Callers(new State(new Identifiers(new Random(1)), Settings.usual()));
    Claim claim = ClaimReader.read(Requests.read(VECTORS.get(0).text()));
    assertThatExceptionOfType(CredentialRefusedException.class)
        .isThrownBy(() -> callers.find(claim.accessKeyId(), claim.sessionToken(), CLOCK))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  private static void each(BiConsumer<Vector, String> check) {
    assertThat(VECTORS).hasSize(73);
    VECTORS.forEach(vector -> check.accept(vector, vector.text()));
  }

  private static void expect(Vector vector, String change, String request, String verdict) {
    assertThat(vector.verdict(request)).as("%s: %s", vector.name(), change).isEqualTo(verdict);
  }

  private static String withParameter(String text) {
    int end = text.indexOf(" HTTP/1.1");
    String more = text.lastIndexOf('?', end) < 0 ? "?changed=1" : "&changed=1";
    return text.substring(0, end) + more + text.substring(end);
  }

  private static String withBody(String text) {
    String bodiless = text.replaceFirst("(?m)^Content-Length:.*\n", "");
    return bodiless.substring(0, bodiless.indexOf("\n\n")) + "\nContent-Length:7\n\nchanged";
  }

  private static List<String> signedHeaders(String text) {
    Matcher names = Pattern.compile("SignedHeaders=([a-zA-Z0-9;%-]+)").matcher(text);
    assertThat(names.find()).isTrue();
    return List.of(names.group(1).replace("%3B", ";").split(";", -1));
  }

  private static List<Vector> vectors() {
    try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("vectors.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== "))
          .skip(1)
          .map(vector -> vector.split("\n", 2))
          .map(parts -> new Vector(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
