/**
 * From class file to woven class file, in one direction: {@code effects} says what methods read and write, {@code flow}
 * makes of that the plan of each synchronized method, {@code emit} writes the plan as bytecode, and {@code findings}
 * tells it to people. {@link dev.deco.internal.weaver.Weaver} is the way in. Nothing here knows of files, agents or
 * builds, and no class of the program is ever loaded.
 */
package dev.deco.internal.weaver;
