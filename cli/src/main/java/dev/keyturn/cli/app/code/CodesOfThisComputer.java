package dev.keyturn.cli.app.code;

import dev.keyturn.cli.adapter.secretprogram.DesktopDialogs;
import dev.keyturn.cli.adapter.secretprogram.YkmanCodeSource;
import dev.keyturn.cli.command.login.DialogCodeSource;
import dev.keyturn.cli.command.login.LoginLine;
import dev.keyturn.cli.command.login.OutputOnTerminal;
import dev.keyturn.cli.command.login.TerminalCodeSource;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.NobodyToAsk;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.code.CodeSettings;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.CodeSources;
import dev.keyturn.domain.session.make.ProgramCodeSource;
import dev.keyturn.domain.session.make.SeedCodeSource;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Codes from programs, stores for secrets, hardware, and the user of this computer. */
public final class CodesOfThisComputer implements CodeSources {

  private final Map<String, String> environment;
  private final Supplier<ProgramOutput> programs;
  private final Supplier<SecretStores> stores;
  private final @Nullable Person person;
  private final LocalClock clock;
  private final Consumer<String> notes;

  /**
   * The user.
   *
   * @param terminal where to ask
   * @param line the commands to type if that is not possible
   */
  public record Person(Terminal terminal, LoginLine line) {}

  /**
   * Builds nothing before it is needed.
   *
   * @param person the user to ask; null if nobody may be disturbed
   * @param notes takes messages for the user
   */
  public CodesOfThisComputer(
      Map<String, String> environment,
      Supplier<ProgramOutput> programs,
      Supplier<SecretStores> stores,
      @Nullable Person person,
      LocalClock clock,
      Consumer<String> notes) {
    this.environment = environment;
    this.programs = programs;
    this.stores = stores;
    this.person = person;
    this.clock = clock;
    this.notes = notes;
  }

  @Override
  public @Nullable MfaCodeSource of(CodeOrigin origin, SessionPlan plan) {
    CodeSettings settings = plan.codes();
    return switch (origin) {
      case PROCESS -> process(plan);
      case SEED -> seed(settings);
      case YKMAN -> person == null ? null : ykman(person.terminal(), settings);
      case TERMINAL -> person == null ? new NobodyToAsk() : terminal(person, settings);
      case GUI -> person == null ? null : dialog(settings);
    };
  }

  private MfaCodeSource terminal(Person asked, CodeSettings settings) {
    return new TerminalCodeSource(asked.terminal(), clock, settings.showsDigits(), asked.line());
  }

  private MfaCodeSource dialog(CodeSettings settings) {
    return new DialogCodeSource(
        new DesktopDialogs(environment), clock, settings.showsDigits(), clock::pause);
  }

  private @Nullable MfaCodeSource process(SessionPlan plan) {
    String command = plan.codes().process();
    return command == null
        ? null
        : new ProgramCodeSource(
            onTerminal(programs.get()), plan.profile(), command, notes, clock::pause);
  }

  private ProgramOutput onTerminal(ProgramOutput output) {
    Person asked = person;
    return asked == null ? output : new OutputOnTerminal(output, asked.terminal());
  }

  /** It has to be touched now, so the prompt must be visible. */
  private MfaCodeSource ykman(Terminal terminal, CodeSettings settings) {
    return new YkmanCodeSource(
        environment,
        settings.ykmanAccount(),
        terminal.isPresent() ? terminal::show : notes,
        notes,
        clock::pause);
  }

  /** In the background, a store that a person would have to open is not used. */
  private @Nullable MfaCodeSource seed(CodeSettings settings) {
    StorePlace place = settings.seedPlace();
    if (place == null) {
      return null;
    }
    SecretStore store = stores.get().at(place);
    Person asked = person;
    if (asked == null) {
      boolean opens =
          switch (store.condition().state()) {
            case OPEN -> true;
            case LOCKED -> isOpenedByProgram(place);
            case EMPTY, UNAVAILABLE -> false;
          };
      return opens ? seed(store, () -> true) : null;
    }
    return seed(
        store,
        () ->
            asked.terminal().isPresent()
                || isOpenedByProgram(place)
                || !asksOnTerminal(place)
                || store.condition().state() != Condition.State.LOCKED);
  }

  private MfaCodeSource seed(SecretStore store, BooleanSupplier opens) {
    return new SeedCodeSource(store, opens, clock, notes, clock::pause);
  }

  private boolean isOpenedByProgram(StorePlace place) {
    return asksOnTerminal(place)
        && !Variable.KEYTURN_STORE_PASSPHRASE_COMMAND.in(environment).isEmpty();
  }

  /** The others are opened by a system prompt, if any. */
  private static boolean asksOnTerminal(StorePlace place) {
    return place.kind() == StorePlace.Kind.ENCRYPTED_FILE || place.kind() == StorePlace.Kind.PKCS11;
  }
}
