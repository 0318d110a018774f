package dev.keyturn.sandbox.junit;

import dev.keyturn.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Runs one {@link Sandbox} for a test class and its nested classes, resets it before each test, and
 * gives it to every parameter of that type.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class SessionTest {
 *   @Test
 *   void a_session_needs_a_code(Sandbox sandbox) { … }
 * }
 * }</pre>
 *
 * <p>With a state of its own it is registered as a field, static for one sandbox per class:
 * {@code @RegisterExtension static final SandboxExtension SANDBOX = new SandboxExtension(state)}.
 *
 * <p>Tests of one class share the sandbox, so they must not run in parallel with each other.
 */
public final class SandboxExtension
    implements TestInstancePreConstructCallback,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private final String state;

  /** A sandbox with the default state. */
  public SandboxExtension() {
    this("{}");
  }

  /**
   * A sandbox with this state.
   *
   * @param state as for {@link Sandbox#start(String)}
   */
  public SandboxExtension(String state) {
    this.state = state;
  }

  /** With the life cycle {@code PER_CLASS}, the constructor comes before all else. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) {
    beforeAll(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (find(context) == null) {
      start(context);
    }
  }

  /** Starts one for a single test where the extension is registered as an instance field. */
  @Override
  public void beforeEach(ExtensionContext context) {
    Sandbox running = find(context);
    if (running == null) {
      start(context);
    } else {
      running.reset();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    closeStartedFor(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeStartedFor(context);
  }

  private void start(ExtensionContext context) {
    store(context).put(Sandbox.class, Sandbox.start(state));
  }

  /** A nested class, or a test, sees what was started for the class around it. */
  private @Nullable Sandbox find(ExtensionContext context) {
    return store(context).get(Sandbox.class, Sandbox.class);
  }

  private void closeStartedFor(ExtensionContext context) {
    Sandbox started = store(context).remove(Sandbox.class, Sandbox.class);
    if (started != null) {
      started.close();
    }
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(SandboxExtension.class, this));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class && find(context) != null;
  }

  @Override
  public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Sandbox running = find(context);
    if (running == null) {
      throw new IllegalStateException("no sandbox is running for this test");
    }
    return running;
  }
}
