"""What a run left behind, in bounded memory: series, epochs, test result. numpy only."""
