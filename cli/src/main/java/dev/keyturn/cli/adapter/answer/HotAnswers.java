package dev.keyturn.cli.adapter.answer;

import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.cli.adapter.answer.AnswerText.Unrepeatable;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.RepeatableAnswer;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caches the answer of this process for the launcher, which repeats it without Java as long as
 * nothing it depends on has changed: the files that were read, the variables that were looked up,
 * and the time. For one process; thread-safe except {@link #leave}.
 */
public final class HotAnswers implements RepeatableAnswer {

  /**
   * The longest validity of an answer, which limits the effect of changes that the comparison of
   * times misses.
   */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** An answer valid for a shorter time is not worth caching. */
  private static final Duration SHORTEST = Duration.ofSeconds(3);

  /**
   * A file that was written just now may be written again at the same time stamp, or in the same
   * second for shells that compare whole seconds: the change would not be noticed.
   */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final String build;
  private final Path folder;
  private final NotedVariables environment;
  private final InstantSource clock;
  private final NotedReads reads = new NotedReads();
  private final List<Session> sessions = new ArrayList<>();
  private final Instant started;
  private @Nullable Instant end;
  private @Nullable Instant expiration;
  private @Nullable EnvironmentChange change;
  private boolean ofThisMoment;

  /**
   * Must be created before anything is read.
   *
   * @param build the build of Keyturn; empty for one whose answers are not cached
   * @param folder the launcher's folder of answers
   * @param environment the variables that the answer depends on
   */
  public HotAnswers(String build, Path folder, NotedVariables environment, InstantSource clock) {
    this.build = build;
    this.folder = folder;
    this.environment = environment;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** For a process whose answers are not cached. */
  public static HotAnswers notLeft() {
    return new HotAnswers("", Path.of(""), new NotedVariables(Map.of()), () -> Instant.EPOCH);
  }

  /** Records what is read. */
  public FileReads reads() {
    return reads;
  }

  /**
   * {@code store}, whose sessions an answer may contain until one of them is to be renewed.
   * Decrypted secrets are never cached, because that would store them in another file.
   */
  public SessionStore noting(SessionStore store) {
    return new NotedSessions(store, this::found, this::isOfThisMoment);
  }

  /** Keys in the environment are used directly, and no cached answer depends on their values. */
  private synchronized void found(SessionKey key, Session session) {
    String id = environment.unnoted(Variable.AWS_ACCESS_KEY_ID.name());
    ofThisMoment |= !id.isEmpty() && key.text().contains(id);
    sessions.add(session);
  }

  @Override
  public synchronized void isTrueUntil(Instant given, Instant ofSession) {
    end = given;
    expiration = ofSession;
  }

  @Override
  public synchronized void isOfThisMoment() {
    ofThisMoment = true;
  }

  @Override
  public synchronized void is(EnvironmentChange given) {
    change = given;
  }

  /**
   * Caches the answer to {@code words} if the launcher can repeat it; otherwise removes an earlier
   * one.
   *
   * @param done whether the command succeeded
   * @param said what it wrote to standard error
   * @param printed its output
   */
  public void leave(List<String> words, boolean done, String printed, String said) {
    PlainForm form = build.isEmpty() ? null : PlainForm.of(words, environment::unnoted);
    if (form == null) {
      return;
    }
    AnswerFolder answers = new AnswerFolder(folder);
    try {
      if (!done || ofThisMoment || !leave(form, printed, said, answers)) {
        answers.remove(form.fileName());
      }
    } catch (IOException | FailureException e) {
      // Java answers the next time too.
    }
  }

  private boolean leave(PlainForm form, String printed, String said, AnswerFolder answers)
      throws IOException {
    Instant now = clock.instant();
    Instant until = until(form, now);
    List<Instant> times = times();
    EnvironmentChange given = change;
    boolean fits = form.runsProgram() == (given != null) && isUsual(form, said);
    if (until == null || times == null || !fits) {
      return false;
    }
    times.add(until);
    try {
      AnswerText text = new AnswerText(form.of(build), environment, reads.files(), until);
      answers.leave(
          form.fileName(),
          given == null ? text.ofPrinted(printed, said) : text.ofChange(given),
          now,
          times);
      // Such a file may forbid it: the one that turns encryption of sessions on.
      return !reads.hasAppeared();
    } catch (Unrepeatable e) {
      return false;
    }
  }

  /** A warning may depend on what is not compared, such as who can read a file. */
  private static boolean isUsual(PlainForm form, String said) {
    boolean isOneLine = said.indexOf('\n') == said.length() - 1;
    return form.saysWhatIsNext() ? said.startsWith("next: ") && isOneLine : said.isEmpty();
  }

  /** Whole seconds, less one, for shells that compare only whole seconds. */
  private @Nullable Instant until(PlainForm form, Instant now) {
    Instant last = now.plus(LONGEST);
    if (form.dependsOnRenewal()) {
      last = earlier(last, renewal());
    }
    if (form.dependsOnTimeLeft()) {
      last = earlier(last, ofKeptSession());
    }
    if (last == null) {
      return null;
    }
    Instant until = Instant.ofEpochSecond(last.getEpochSecond() - 1);
    return until.isBefore(now.plus(SHORTEST)) ? null : until;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isBefore(other) ? one : other;
  }

  /** When the first of the sessions is to be renewed; null if none was found. */
  private @Nullable Instant renewal() {
    Instant first = null;
    RefreshWindow window = RefreshWindow.of(environment);
    for (Session session : sessions) {
      Instant begin = window.begin(session);
      first = first == null || begin.isBefore(first) ? begin : first;
    }
    return first;
  }

  /** The answer, unless it is about another tool's session. */
  private @Nullable Instant ofKeptSession() {
    for (Session session : sessions) {
      if (session.credentials().expiration().equals(expiration)) {
        return end;
      }
    }
    return null;
  }

  /**
   * The modification times of the files that were read; null if these do not show changes reliably.
   */
  private @Nullable List<Instant> times() {
    if (reads.hasFolders()) {
      return null;
    }
    List<Instant> times = new ArrayList<>();
    for (NotedFile file : reads.files()) {
      NotedFile.Found found = file.found();
      if (found != null && found.modified().isAfter(started.minus(SETTLED))) {
        return null;
      }
      if (found != null) {
        times.add(found.modified());
      }
    }
    return times;
  }
}
