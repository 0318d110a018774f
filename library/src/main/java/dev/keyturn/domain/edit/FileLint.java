package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;

/**
 * The port to what the AWS SDKs and the AWS CLI read differently. Implementations are thread-safe.
 */
public interface FileLint {

  /** Every rule there is. */
  List<LintRule> rules();

  /**
   * What they read differently in the file of a kind, in file order; broken files too.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}
   */
  List<LintFinding> lint(FileKind kind);

  /**
   * Repairs what {@link #lint} has one right answer for. The AWS SDKs read afterwards what they
   * read before, or can read the file at last.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link FileEdits#change}
   */
  void repair(FileKind kind);
}
