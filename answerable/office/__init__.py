"""What every wing uses: people, clocks, reviews, notices."""
