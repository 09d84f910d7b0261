"""What is measured, beside what a user would otherwise run. ``python -m benchmarks`` runs all of it."""
