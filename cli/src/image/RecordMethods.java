import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes out the {@code equals} and {@code hashCode} of records. The compiler leaves them to {@link
 * java.lang.runtime.ObjectMethods}, which generates their code when a record is first compared. No
 * AOT cache keeps that code, and it takes up to half as long as a program that does nothing. What
 * is written here does the same, step by step; the text of a record is left as it is.
 */
final class RecordMethods {

  private static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc EQUALS_OF_TWO =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassDesc record;
  private final List<RecordComponentInfo> components;

  private RecordMethods(ClassDesc record, List<RecordComponentInfo> components) {
    this.record = record;
    this.components = components;
  }

  /**
   * The same class, whose {@code equals} and {@code hashCode} are written out if it is a record's.
   */
  static byte[] writtenOut(byte[] bytes) {
    ClassModel parsed = ClassFile.of().parse(bytes);
    return parsed
        .findAttribute(Attributes.record())
        .map(attribute -> new RecordMethods(parsed.thisClass().asSymbol(), attribute.components()))
        .map(methods -> ClassFile.of().transformClass(parsed, methods.transformation()))
        .orElse(bytes);
  }

  private ClassTransform transformation() {
    return (target, element) -> {
      if (element instanceof MethodModel method && isLeftToBootstrap(method)) {
        target.withMethodBody(
            method.methodName(),
            method.methodType(),
            method.flags().flagsMask(),
            method.methodName().equalsString("equals") ? this::equals : this::hashCode);
      } else {
        target.with(element);
      }
    };
  }

  /** Neither a method that the record has of its own, nor its text. */
  private static boolean isLeftToBootstrap(MethodModel method) {
    return (method.methodName().equalsString("equals")
            || method.methodName().equalsString("hashCode"))
        && method.code().stream()
            .flatMap(code -> code.elementStream())
            .anyMatch(element ->
                element instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().equals(BOOTSTRAP));
  }

  private void hashCode(CodeBuilder code) {
    code.iconst_0();
    for (RecordComponentInfo component : components) {
      ClassDesc type = component.descriptorSymbol();
      code.bipush(31).imul();
      get(code, 0, component);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private void equals(CodeBuilder code) {
    Label different = code.newLabel();
    Label same = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(same);
    code.aload(1).instanceOf(record).ifeq(different);
    code.aload(1).checkcast(record).astore(2);
    for (RecordComponentInfo component : components) {
      get(code, 0, component);
      get(code, 2, component);
      unlessEqual(code, component.descriptorSymbol(), different);
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private static void unlessEqual(CodeBuilder code, ClassDesc type, Label different) {
    switch (TypeKind.from(type).asLoadable()) {
      case INT -> code.if_icmpne(different);
      case LONG -> code.lcmp().ifne(different);
      case FLOAT, DOUBLE ->
          code.invokestatic(
                  box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
              .ifne(different);
      default -> code.invokestatic(OBJECTS, "equals", EQUALS_OF_TWO).ifeq(different);
    }
  }

  private void get(CodeBuilder code, int local, RecordComponentInfo component) {
    code.aload(local)
        .getfield(record, component.name().stringValue(), component.descriptorSymbol());
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case SHORT -> ConstantDescs.CD_Short;
      case CHAR -> ConstantDescs.CD_Character;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.descriptorString());
    };
  }
}
