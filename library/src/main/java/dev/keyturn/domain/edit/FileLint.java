package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;

/** The port to the linter of AWS files. Implementations are thread-safe. */
public interface FileLint {

  /** All rules. */
  List<LintRule> rules();

  /**
   * The findings in the file of a kind, in file order; broken files are linted too.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}
   */
  List<LintFinding> lint(FileKind kind);

  /**
   * Repairs the findings of {@link #lint} that have one unambiguous fix. The AWS SDKs read the same
   * settings afterwards, or can read a file that they could not read before.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link FileEdits#change}
   */
  void repair(FileKind kind);
}
