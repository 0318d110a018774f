package dev.keyturn.sandbox.s3.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.action.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
  private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

  /** The check values of the catalogues of CRCs, and those of the digests by other programs. */
  @ParameterizedTest
  @CsvSource({
    "content-md5, JfnnlDI7RTiF9RgfG2JNCw==",
    "x-amz-checksum-sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
    "x-amz-checksum-sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
    "x-amz-checksum-crc32, y/Q5Jg==",
    "x-amz-checksum-crc32c, 4waSgw==",
    "x-amz-checksum-crc64nvme, rosUhgp5mIg="
  })
  void the_right_sum_passes_and_another_does_not(String name, String value) {
    Checksums.require(name, value, DIGITS);
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> Checksums.require(name, value, new byte[] {'1'}))
        .satisfies(error -> assertThat(error.code()).isEqualTo("BadDigest"));
  }

  @Test
  void what_cannot_be_a_sum_is_invalid() {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> Checksums.require("x-amz-checksum-sha256", "y/Q5Jg==", DIGITS))
        .satisfies(error -> assertThat(error.code()).isEqualTo("InvalidRequest"))
        .withMessageEndingWith("Value for x-amz-checksum-sha256 header is invalid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "!!", "JfnnlDI7RTiF9RgfG2JNCw=", "JfnnlDI7RTiF9RgfG2JNCx=="})
  void what_cannot_be_an_md5_is_invalid(String value) {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> Checksums.require("content-md5", value, DIGITS))
        .satisfies(error -> assertThat(error.code()).isEqualTo("InvalidDigest"))
        .withMessageEndingWith("The Content-MD5 you specified was invalid.");
  }

  @Test
  void other_headers_are_not_checksums() {
    Checksums.require("x-amz-checksum-mode", "ENABLED", DIGITS);
    Checksums.require("content-type", "text/plain", DIGITS);
  }

  @Test
  void base64_with_stray_bits_is_invalid() {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> Checksums.require("x-amz-checksum-crc32", "y/Q5Jh==", DIGITS))
        .satisfies(error -> assertThat(error.code()).isEqualTo("InvalidRequest"));
  }

  @Test
  void a_body_has_one_sum_and_it_is_the_one_that_is_named() {
    String crc32 = "y/Q5Jg==";
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() ->
            Checksums.verified(
                Map.of("x-amz-checksum-crc32", crc32, "x-amz-checksum-crc32c", "4waSgw=="), DIGITS))
        .withMessageEndingWith(
            "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() ->
            Checksums.verified(
                Map.of("x-amz-checksum-crc32", crc32, "x-amz-sdk-checksum-algorithm", "SHA1"),
                DIGITS))
        .withMessageEndingWith("Value for x-amz-sdk-checksum-algorithm header is invalid.");
  }
}
