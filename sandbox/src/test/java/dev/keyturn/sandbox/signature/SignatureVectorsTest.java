package dev.keyturn.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public test vectors of Signature Version 4 as a receiver meets them: the signed requests of
 * the suites that AWS publishes with its SDK for JavaScript and with aws-c-auth. Left out are
 * vectors whose signed request does not carry what was signed (a header or a token that a client
 * adds later) and one whose request line is not HTTP.
 */
class SignatureVectorsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Instant CLOCK = Instant.parse("2015-08-30T12:36:00Z");
  private static final String ACCEPTED = "accepted";

  static Stream<Arguments> vectors() throws IOException {
    try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("vectors.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== "))
          .skip(1)
          .map(vector -> {
            int end = vector.indexOf('\n');
            return arguments(vector.substring(0, end), vector.substring(end + 1));
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_accepted_at_its_clock(String name, String text) {
    assertThat(verdict(name, text, CLOCK)).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_signature(String name, String text) {
    String changed = text.replaceFirst("(Signature=[0-9a-f]{63})[0-9a-f]", "$1x");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_method(String name, String text) {
    assertThat(verdict(name, "PUT" + text.substring(text.indexOf(' ')), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_path(String name, String text) {
    assertThat(verdict(name, text.replaceFirst(" /", " /changed/"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_parameter(String name, String text) {
    int end = text.indexOf(" HTTP/1.1");
    String more = text.lastIndexOf('?', end) < 0 ? "?changed=1" : "&changed=1";
    assertThat(verdict(name, text.substring(0, end) + more + text.substring(end), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_host(String name, String text) {
    assertThat(verdict(name, text.replace("Host:example", "Host:changed"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_signed_header(String name, String text) {
    assertThat(
            changedOrSame(name, text, vector -> vector.replaceFirst("(?i)(my-header1: *)", "$1x")))
        .isNotEqualTo(ACCEPTED + " though changed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_a_body(String name, String text) {
    String bodiless = text.replaceFirst("(?m)^Content-Length:.*\n", "");
    int blank = bodiless.indexOf("\n\n");
    String changed = bodiless.substring(0, blank) + "\nContent-Length:7\n\nchanged";
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_for_another_region(String name, String text) {
    assertThat(verdict(name, text.replaceFirst("us-east-1", "us-east-2"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_for_another_service(String name, String text) {
    assertThat(verdict(name, text.replaceFirst("(/|%2F)service", "$1changed"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_day_in_its_scope(String name, String text) {
    assertThat(verdict(name, text.replaceFirst("20150830(/|%2F)", "20150831$1"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_time(String name, String text) {
    assertThat(verdict(name, text.replace("T123600Z", "T123601Z"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_without_the_host_among_its_signed_headers(String name, String text) {
    String changed = text.replaceFirst("(SignedHeaders=[^,&\n]*?)host", "$1x");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_an_hour_and_a_second_later(String name, String text) {
    assertThat(verdict(name, text, CLOCK.plusSeconds(3601))).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_too_early(String name, String text) {
    int minutes = name.contains("-unnormalized") ? 15 : 5;
    Instant early = CLOCK.minusSeconds(minutes * 60L);
    assertThat(verdict(name, text, early)).isEqualTo(ACCEPTED);
    assertThat(verdict(name, text, early.minusSeconds(1))).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_incomplete_without_its_signature(String name, String text) {
    String changed = text.replaceFirst("(, |&X-Amz-)Signature=[0-9a-f]{64}", "");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_incomplete_without_its_signed_headers(String name, String text) {
    String changed = text.replaceFirst("(, |&X-Amz-)SignedHeaders=[a-zA-Z0-9;%-]*", "");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_incomplete_without_its_date(String name, String text) {
    String changed = text.replace("X-Amz-Date:20150830T123600Z\n", "");
    changed = changed.replace("&X-Amz-Date=20150830T123600Z", "");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_missing_its_token_without_any_signature(String name, String text) {
    String changed = text.replaceFirst("(?m)^Authorization:.*\n", "");
    changed = changed.replaceFirst("[?&]X-Amz-Algorithm=AWS4-HMAC-SHA256&", "?");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("MissingAuthenticationToken");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_digit_anywhere_in_its_signature(String name, String text) {
    int start = text.indexOf("Signature=") + "Signature=".length();
    for (int i = start; i < start + 64; i++) {
      char other = text.charAt(i) == '0' ? '1' : '0';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(verdict(name, changed, CLOCK)).isEqualTo("SignatureDoesNotMatch");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_any_signed_header_changed_or_left_out(String name, String text) {
    for (String header : signedHeaders(text)) {
      String line = "(?mi)^(" + Pattern.quote(header) + ":.*)$";
      String expected =
          header.equals("x-amz-date") ? "IncompleteSignature" : "SignatureDoesNotMatch";
      assertThat(verdict(name, text.replaceFirst(line, "$1x"), CLOCK))
          .as(header + " changed")
          .isEqualTo(header.equals("content-length") ? "unreadable" : expected);
      assertThat(verdict(name, text.replaceFirst(line + "\n", ""), CLOCK))
          .as(header + " left out")
          .isIn(expected, "unreadable");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_any_parameter_changed_or_left_out(String name, String text) {
    int start = text.indexOf('?') + 1;
    int end = text.indexOf(" HTTP/1.1");
    String query = start > 0 && start < end ? text.substring(start, end) : "";
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String changed = query.replace(pair, pair.contains("=") ? pair + "x" : pair + "x=");
      assertThat(verdict(name, text.substring(0, start) + changed + text.substring(end), CLOCK))
          .as(pair + " changed")
          .isEqualTo(codeOfChanged(pair));
    }
  }

  private static String codeOfChanged(String pair) {
    return switch (pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='))) {
      case "X-Amz-Algorithm", "X-Amz-Date" -> "IncompleteSignature";
      case "X-Amz-Expires" -> "AuthorizationQueryParametersError";
      default -> "SignatureDoesNotMatch";
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_algorithm(String name, String text) {
    String changed = text.replaceFirst("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA512");
    assertThat(verdict(name, changed, CLOCK)).isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_another_terminator(String name, String text) {
    assertThat(verdict(name, text.replaceFirst("aws4_request", "aws5_request"), CLOCK))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_with_a_scope_cut_short(String name, String text) {
    assertThat(verdict(name, text.replaceFirst("(/|%2F)aws4_request", ""), CLOCK))
        .isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_for_another_secret(String name, String text) {
    assertThat(verdict(name, text, CLOCK, SECRET + "x")).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void is_refused_for_a_key_that_nobody_has(String name, String text) {
    Callers callers = new Callers(new State(new Identifiers(new Random(1)), Settings.usual()));
    Claim claim = ClaimReader.read(Requests.read(text));
    assertThatExceptionOfType(CredentialRefusedException.class)
        .isThrownBy(() -> callers.find(claim.accessKeyId(), claim.sessionToken(), CLOCK))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  private static List<String> signedHeaders(String text) {
    Matcher names = Pattern.compile("SignedHeaders=([a-zA-Z0-9;%-]+)").matcher(text);
    assertThat(names.find()).isTrue();
    return List.of(names.group(1).replace("%3B", ";").split(";", -1));
  }

  private static String changedOrSame(String name, String text, UnaryOperator<String> change) {
    String changed = change.apply(text);
    return changed.equals(text) ? "same" : verdict(name, changed, CLOCK) + " though changed";
  }

  /** Vectors of paths that are not normalised follow the rules of S3. */
  private static String verdict(String name, String text, Instant clock) {
    return verdict(name, text, clock, SECRET);
  }

  private static String verdict(String name, String text, Instant clock, String secret) {
    SignatureCheck check =
        name.contains("-unnormalized") ? SignatureCheck.s3() : SignatureCheck.usual();
    Request request;
    try {
      request = Requests.read(text);
    } catch (UncheckedIOException e) {
      return "unreadable";
    }
    try {
      Claim claim = ClaimReader.read(request);
      check.requireScope(claim, "service");
      check.requireFresh(claim, clock);
      check.requireSignature(request, claim, secret, Hash.sha256(request.body()));
      return ACCEPTED;
    } catch (AwsError e) {
      return e.code();
    }
  }
}
