package dev.deco.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house rules: who may know whom, and what the runtime and the weaver may not know at all. */
class HouseTest {
  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.deco");
  /** ASM, by its own name in a folder of classes and by Deco's in the weaver's jar. */
  private static final String[] ASM = {"org.objectweb.asm..", "dev.deco.internal.shaded.asm.."};
  private static final DescribedPredicate<JavaClass> RUNTIME = resideInAPackage("dev.deco..")
      .and(resideOutsideOfPackages("dev.deco.internal.weaver..", "dev.deco.internal.files..", "dev.deco.internal.shaded..",
          "dev.deco.internal.agent..", "dev.deco.internal.launch..", "dev.deco.cli..")).as("classes of the runtime");
  private static final String WEAVER = "dev.deco.internal.weaver";

  @Test
  void dataFlowsOneWayFromEffectsToPlanToBytes() {
    layeredArchitecture().consideringOnlyDependenciesInLayers()
        .layer("effects").definedBy(WEAVER + ".effects..")
        .layer("flow").definedBy(WEAVER + ".flow..")
        .layer("emit").definedBy(WEAVER + ".emit..")
        .layer("findings").definedBy(WEAVER + ".findings..")
        .layer("files").definedBy("dev.deco.internal.files..")
        .layer("agent").definedBy("dev.deco.internal.agent..")
        .layer("commands").definedBy("dev.deco.cli..")
        .whereLayer("flow").mayOnlyBeAccessedByLayers("emit", "findings")
        .whereLayer("emit").mayOnlyBeAccessedByLayers("agent")
        .whereLayer("findings").mayOnlyBeAccessedByLayers("files", "commands")
        .whereLayer("files").mayOnlyBeAccessedByLayers("agent", "commands")
        .whereLayer("agent").mayOnlyBeAccessedByLayers("commands")
        .whereLayer("commands").mayNotBeAccessedByAnyLayer()
        .check(HOUSE);
  }

  @Test
  void theWeaverProperKnowsNothingOfFilesAgentsAndBuilds() {
    noClasses().that().resideInAPackage(WEAVER + "..")
        .should().dependOnClassesThat(resideInAnyPackage("dev.deco.internal.files..", "dev.deco.cli..", "java.nio.file..",
            "java.util.jar..", "java.util.zip..", "java.lang.instrument..", "org.apache.maven.."))
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.File")
        .check(HOUSE);
  }

  @Test
  void theWeaverUsesAsmAndTheJdkAndNotTheRuntime() {
    classes().that().resideInAnyPackage(WEAVER + "..", "dev.deco.internal.files..")
        .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.deco", WEAVER + "..", "dev.deco.internal.files..")
            .or(resideInAnyPackage(ASM)))
        .check(HOUSE);
  }

  @Test
  void onlyTheWeaverUsesAsm() {
    noClasses().that().resideOutsideOfPackages(WEAVER + "..", "dev.deco.internal.files..", ASM[1])
        .should().dependOnClassesThat(resideInAnyPackage(ASM)).check(HOUSE);
  }

  @Test
  void theWeaverLoadsNoClass() {
    noClasses().that().resideInAnyPackage(WEAVER + "..", "dev.deco.internal.files..")
        .should().callMethod(Class.class, "forName", String.class)
        .orShould().callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .orShould().callMethod(ClassLoader.class, "loadClass", String.class)
        .check(HOUSE);
  }

  @Test
  void theRuntimeNeedsOnlyTheJdk() {
    classes().that(RUNTIME).should().onlyDependOnClassesThat(RUNTIME.or(resideInAPackage("java..")))
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().that().resideOutsideOfPackage("dev.deco.internal.shaded..")
        .should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(HOUSE);
  }

  @Test
  void enginesKnowNothingOfScopes() {
    noClasses().that().resideInAPackage("dev.deco.internal.engine..")
        .should().dependOnClassesThat(RUNTIME.and(resideOutsideOfPackage("dev.deco.internal.engine..")))
        .check(HOUSE);
  }
}
