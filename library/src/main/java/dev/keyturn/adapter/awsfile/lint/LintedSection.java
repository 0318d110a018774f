package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.SectionHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A header with the lines that follow it. A section that is written in several places is several of
 * these.
 *
 * @param header what the header says to AWS SDKs
 * @param text what is between its brackets
 * @param cliText what the Python tools take for the text between its brackets; null when they do
 *     not take the line for a header
 * @param cliName the section that begins for them, as {@code TYPE NAME}; null when they ignore it
 * @param lines its lines, the header first
 */
record LintedSection(
    SectionHeader header,
    String text,
    @Nullable String cliText,
    @Nullable String cliName,
    List<LintedLine> lines) {

  LintedLine headerLine() {
    return lines.get(0);
  }

  /** The section that begins for AWS SDKs, as {@code TYPE NAME}; null when they ignore it. */
  @Nullable String sdkName() {
    return header.skipped() == null ? header.type().prefix() + " " + header.name() : null;
  }

  boolean isProfile(String name) {
    return header.type() == SectionHeader.Type.PROFILE && header.name().equals(name);
  }

  /** Compared by identity: two sections may have the same text. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
