package dev.keyturn.cli.adapter.page;

import dev.keyturn.domain.failure.FailureName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pages of {@code docs/errors}, which the build adds to the resources of this class. */
public final class ErrorPageFiles {

  private ErrorPageFiles() {}

  /** The page about {@code failure}, in Markdown. */
  public static String of(FailureName failure) {
    try (InputStream file = ErrorPageFiles.class.getResourceAsStream(failure.text() + ".md")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
