/**
 * Where tasks run: an {@link Engine} and its {@link Worker}s, which run {@link Work} from {@link WorkDeque}s and steal
 * it from each other (Blumofe, Leiserson, "Scheduling multithreaded computations by work stealing", JACM 1999).
 * Engines know nothing of scopes.
 */
package dev.deco.internal.engine;
