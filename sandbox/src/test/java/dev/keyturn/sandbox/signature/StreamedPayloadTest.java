package dev.keyturn.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.signature.SignatureRefusedException.Reason;
import dev.keyturn.sandbox.signature.StreamedPayload.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two worked examples of S3's documentation: 66560 times the letter a in three chunks. */
class StreamedPayloadTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String SIGNED =
      chunk(65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
          + chunk(1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
          + chunk(0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
  private static final String SIGNED_WITH_TRAILER =
      chunk(65536, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
          + chunk(1024, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
          + "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
          + "x-amz-checksum-crc32c:sOO8/Q==\n"
          + "x-amz-trailer-signature:"
          + "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";

  @Test
  void signed_chunks_are_decoded() {
    assertThat(decode(SIGNED, Kind.SIGNED).body()).hasSize(66560).containsOnly('a');
  }

  @Test
  void a_changed_byte_breaks_the_chain() {
    assertBroken(SIGNED.replaceFirst("aaa", "aba"), Kind.SIGNED);
  }

  @Test
  void chunks_in_another_order_break_the_chain() {
    String swapped =
        chunk(1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
            + chunk(65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
            + chunk(0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    assertBroken(swapped, Kind.SIGNED);
  }

  @Test
  void a_chunk_without_a_signature_breaks_the_chain() {
    assertBroken("3\r\nabc\r\n0\r\n\r\n", Kind.SIGNED);
  }

  @Test
  void a_signed_trailer_is_read() {
    StreamedPayload payload = decode(SIGNED_WITH_TRAILER, Kind.SIGNED_WITH_TRAILER);
    assertThat(payload.body()).hasSize(66560);
    assertThat(payload.trailers()).containsEntry("x-amz-checksum-crc32c", "sOO8/Q==");
  }

  @Test
  void a_changed_trailer_breaks_the_chain() {
    assertBroken(SIGNED_WITH_TRAILER.replace("sOO8", "sOO9"), Kind.SIGNED_WITH_TRAILER);
  }

  @Test
  void a_trailer_without_its_signature_breaks_the_chain() {
    assertBroken(
        SIGNED_WITH_TRAILER.replaceFirst("x-amz-trailer-signature:.*\r\n", ""),
        Kind.SIGNED_WITH_TRAILER);
  }

  @Test
  void unsigned_chunks_are_decoded() {
    StreamedPayload payload =
        decode(
            "3\r\nabc\r\n0\r\nx-amz-checksum-crc32:NSRBwg==\r\n\r\n", Kind.UNSIGNED_WITH_TRAILER);
    assertThat(payload.body()).asString().isEqualTo("abc");
    assertThat(payload.trailers()).containsEntry("x-amz-checksum-crc32", "NSRBwg==");
  }

  @Test
  void trailers_have_names_in_any_case() {
    StreamedPayload payload =
        decode(
            "3\r\nabc\r\n0\r\nX-Amz-Checksum-CRC32: NSRBwg==\r\n\r\n", Kind.UNSIGNED_WITH_TRAILER);
    assertThat(payload.trailers()).containsEntry("x-amz-checksum-crc32", "NSRBwg==");
  }

  /** Only the last chunk may be small; a chunk after a small one reveals the mistake. */
  @Test
  void a_small_chunk_is_the_last() {
    String small = "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> decode(small, Kind.UNSIGNED_WITH_TRAILER))
        .satisfies(error -> {
          assertThat(error.code()).isEqualTo("InvalidChunkSizeError");
          assertThat(error.text())
              .isEqualTo("Only the last chunk is allowed to have a size less than 8192 bytes");
          assertThat(error.details())
              .containsOnly(Map.entry("Chunk", "2"), Map.entry("BadChunkSize", "3"));
        });
    String large = "2000\r\n" + "a".repeat(8192) + "\r\n";
    assertThat(decode(large + large + small.substring(8), Kind.UNSIGNED_WITH_TRAILER).body())
        .hasSize(2 * 8192 + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3\r\n",
        "3\r\nab",
        "3\r\nabc",
        "3\r\nabcd\r\n0\r\n",
        "x\r\n",
        "fffffff\r\n"
      })
  void a_truncated_or_invalid_chunk_is_an_incomplete_body(String body) {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> decode(body, Kind.UNSIGNED_WITH_TRAILER))
        .satisfies(error -> assertThat(error.code()).isEqualTo("IncompleteBody"));
  }

  private static void assertBroken(String body, Kind kind) {
    assertThatExceptionOfType(SignatureRefusedException.class)
        .isThrownBy(() -> decode(body, kind))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MISMATCH));
  }

  private static StreamedPayload decode(String body, Kind kind) {
    String seed =
        kind == Kind.SIGNED
            ? "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"
            : "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";
    Claim claim =
        new Claim(
            "AKIAIOSFODNN7EXAMPLE",
            new Claim.Scope("20130524", "us-east-1", "s3", "aws4_request"),
            List.of("host"),
            seed,
            "20130524T000000Z",
            null,
            new Claim.InHeader());
    return StreamedPayload.decode(body.getBytes(StandardCharsets.UTF_8), kind, claim, SECRET);
  }

  private static String chunk(int size, String signature) {
    return Integer.toHexString(size)
        + ";chunk-signature="
        + signature
        + "\r\n"
        + "a".repeat(size)
        + "\r\n";
  }
}
